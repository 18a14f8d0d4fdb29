/** Measures of the serving path on labelled data. Nothing is trained or chosen here. */
package io.penstock.train.evaluate;
