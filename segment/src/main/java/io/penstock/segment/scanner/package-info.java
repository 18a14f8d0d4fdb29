/** What the scanner added to a page: lines of a dirty sensor. Found once a page, before any form is looked for. */
package io.penstock.segment.scanner;
