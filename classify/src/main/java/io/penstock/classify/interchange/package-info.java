/**
 * Networks and ensembles as files that other runtimes read: ONNX. What is exported answers as the serving path does; nothing is run here,
 * and nothing is imported.
 */
package io.penstock.classify.interchange;
