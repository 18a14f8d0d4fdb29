/**
 * How a risk contract is made from labelled fields: the fit of confidence, the bound on the error rate, the search for thresholds, the page
 * that shows them. Knows of no pipeline; the contract itself and how it is kept belong to the sink.
 */
package io.penstock.app.risk;
