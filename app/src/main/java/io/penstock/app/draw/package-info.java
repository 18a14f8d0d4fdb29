/** Pictures of what was found on a scan: the form's printed geometry, fields and glyphs drawn over it. */
package io.penstock.app.draw;
