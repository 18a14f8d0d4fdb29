/** Recognized numbers against truth: what is right, how much is accepted, how much of that is wrong. Digits are measured in train. */
package io.penstock.app.evaluate;
