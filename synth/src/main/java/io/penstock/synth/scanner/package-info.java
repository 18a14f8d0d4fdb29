/** The scanner: how a sheet lies on the glass, what the sensor makes of it, and the file that the scan becomes. */
package io.penstock.synth.scanner;
