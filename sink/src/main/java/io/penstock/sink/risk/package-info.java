/**
 * The risk contract: what the operator was promised about accepted numbers, as a file, and how it is kept. Judges what was decoded and
 * marks the quality sample. How a contract is made from labelled fields is not here but in the program ({@code penstock calibrate}).
 */
package io.penstock.sink.risk;
