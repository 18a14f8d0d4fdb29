/** Checks what lies in a model store without classifying anything with it: content, networks, records, ensembles. Changes nothing. */
package io.penstock.classify.audit;
