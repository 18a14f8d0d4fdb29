/** The life of this process: why it can't start or go on. Nothing here knows a command, a stage or a topic. */
package io.penstock.app.process;
