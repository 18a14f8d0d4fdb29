/**
 * The launcher: the list of commands, what is said where one fails. Each command is in the package of who calls it: {@code read},
 * {@code cluster}, {@code form}, {@code model}.
 */
package io.penstock.app.command;
