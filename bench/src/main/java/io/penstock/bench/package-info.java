/**
 * Benchmarks: the warm pipeline as a stream beside the same classes called directly, and what each stage costs.
 *
 * <p>Nothing here is part of the product. Micro-benchmarks of single classes are in {@code micro}; figures and how to get them stand in
 * docs/performance.md.
 */
package io.penstock.bench;
