/** Options that several commands share, and what every command does where it fails, waits or is broken off. */
package io.penstock.app.command.option;
