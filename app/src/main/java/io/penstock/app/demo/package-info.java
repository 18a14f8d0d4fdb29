/** Scans for whoever looks at Penstock for the first time. How scans are drawn is in {@code synth}. */
package io.penstock.app.demo;
