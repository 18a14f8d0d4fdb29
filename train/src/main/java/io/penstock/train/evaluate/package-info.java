/** Measures of classifiers on labelled digits and on rubbish, and the pages that show them. Nothing is trained or chosen here. */
package io.penstock.train.evaluate;
