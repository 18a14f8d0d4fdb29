/** Commands of the model shop: train, tune, compress, calibrate, report, models, evaluate. */
package io.penstock.app.command.model;
