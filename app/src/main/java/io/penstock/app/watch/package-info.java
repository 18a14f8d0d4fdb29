/** The folder that {@code up} watches: files copied into it become documents. */
package io.penstock.app.watch;
