/** Commands for who draws a form: forms, samples. */
package io.penstock.app.command.form;
