/**
 * Form design: proposes a form definition from what is printed on scans. Finds boxes, combs and fiducials; knows nothing of registered
 * forms and reads no digit.
 */
package io.penstock.segment.design;
