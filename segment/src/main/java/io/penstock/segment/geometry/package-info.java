/** Plane geometry that forms, pages and fields share: rectangles in millimetres, projective maps. Knows no pixels and no form. */
package io.penstock.segment.geometry;
