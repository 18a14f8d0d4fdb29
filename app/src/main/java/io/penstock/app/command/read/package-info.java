/** Commands that read scans and answer for them: read, up, submit, consume, correct. */
package io.penstock.app.command.read;
