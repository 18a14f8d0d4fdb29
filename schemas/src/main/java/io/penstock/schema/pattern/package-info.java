/** The regular expressions of fields, in the one dialect that form definitions are checked with and digits are held against. */
package io.penstock.schema.pattern;
