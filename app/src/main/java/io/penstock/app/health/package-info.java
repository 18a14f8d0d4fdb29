/** What a supervisor asks: whether this process is well, and whether it has work to do. */
package io.penstock.app.health;
