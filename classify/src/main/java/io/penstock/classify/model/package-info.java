/** Trained networks as files named by the hash of their content, their records, and the ensembles made of them. Runs nothing. */
package io.penstock.classify.model;
