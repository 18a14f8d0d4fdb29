/** What the log shows. How loud it is, the environment and {@code logback.xml} say. */
package io.penstock.app.log;
