/** The review console: its service against a broker, and its page in a real browser against the processes that serve it. */
package io.penstock.app.console;
