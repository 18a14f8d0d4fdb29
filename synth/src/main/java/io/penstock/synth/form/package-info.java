/**
 * What is written into a form: numbers that obey the rules of its fields and the relations between them, and how amounts are spelled.
 * Nothing is drawn here.
 */
package io.penstock.synth.form;
