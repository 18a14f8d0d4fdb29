/** The commands of the launcher: arguments, help, exit codes. What they do lives in the packages beside this one. */
package io.penstock.app.command;
