/** Libraries of machine code: which stage needs which, and in what order they are loaded. What they compute is the stages' own. */
package io.penstock.app.library;
