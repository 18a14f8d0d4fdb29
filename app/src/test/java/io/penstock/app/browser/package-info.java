/** The review console as people meet it: in a real browser, against the processes that serve it. */
package io.penstock.app.browser;
