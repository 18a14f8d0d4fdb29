/**
 * What classifying is, for those who ask and those who answer: {@link io.penstock.classify.digit.DigitClassifier}, the sizes of glyphs and
 * lines, the classes of an answer. Knows no network and no file; what answers is in {@code ensemble}.
 */
package io.penstock.classify.digit;
