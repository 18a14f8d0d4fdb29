package io.penstock.segment.design;

import io.penstock.segment.geometry.Area;
import java.util.List;

/**
 * What is printed on one scan, in millimetres from the corner of the straightened page.
 *
 * @param width     width of the page
 * @param height    height of the page
 * @param cells     closed rectangles of printed lines that hold nothing but paper and writing, on the middle of their lines
 * @param fiducials filled rectangles
 */
record Print(double width, double height, List<Area> cells, List<Area> fiducials) {
}
