/** The networks that can be trained, by name. */
package io.penstock.train.zoo;
