/** Folders that this program makes and removes. */
package io.penstock.app.files;
