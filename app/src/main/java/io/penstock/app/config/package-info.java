/**
 * The one place for configuration: every key of the program and its stages, and the layers it is given in (defaults, a file,
 * the environment, the command line). What a stage does with its keys is the stage's own.
 */
package io.penstock.app.config;
