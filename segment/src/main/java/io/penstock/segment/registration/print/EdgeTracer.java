package io.penstock.segment.registration.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Follows the outlines of ink and keeps their straight stretches: the upper edges of what runs across the page, or the left edges of what
 * runs down it.
 *
 * <p>A chain of edge pixels is cut where it leaves its chord (Douglas and Peucker 1973), so that strokes give short stretches or none and
 * printed lines give long ones. Works in one pass over the page.
 */
final class EdgeTracer {

    private static final int SHORTEST = 22;
    private static final double STRAIGHT = 1.3;

    private final BitPlane outline;
    private final int limit;
    private final int breadth;
    private final boolean across;
    private final int[] chain;
    private final List<Edge> edges = new ArrayList<>();

    private EdgeTracer(BitPlane ink, boolean across) {
        this.across = across;
        limit = across ? ink.width() : ink.height();
        breadth = across ? ink.height() : ink.width();
        chain = new int[limit];
        outline = ink.edges(across);
        for (int y = 0; y < ink.height(); y++) {
            for (int x = outline.nextSet(y, 0); x < ink.width(); x = outline.nextSet(y, x)) {
                follow(across ? x : y, across ? y : x);
            }
        }
    }

    /** Traces a mask for edges that run across the page (slope at most about 1), or down it. */
    static List<Edge> trace(BitPlane ink, boolean across) {
        return new EdgeTracer(ink, across).edges;
    }

    private void follow(int start, int at) {
        int from = walk(start, at, -1);
        int to = walk(start, at, 1);
        chain[start] = at;
        clear(start, at);
        if (to - from + 1 >= SHORTEST) {
            cut(from, to);
        }
    }

    /** Takes the chain from a pixel on in one direction, and returns where it ends. */
    private int walk(int start, int at, int direction) {
        int along = start;
        int place = at;
        while (along + direction >= 0 && along + direction < limit) {
            int next = next(along + direction, place);
            if (next < 0) {
                break;
            }
            along += direction;
            place = next;
            chain[along] = place;
            clear(along, place);
        }
        return along;
    }

    private int next(int along, int place) {
        if (isSet(along, place)) {
            return place;
        }
        if (place > 0 && isSet(along, place - 1)) {
            return place - 1;
        }
        return place + 1 < breadth && isSet(along, place + 1) ? place + 1 : -1;
    }

    private boolean isSet(int along, int place) {
        return across ? outline.get(along, place) : outline.get(place, along);
    }

    private void clear(int along, int place) {
        outline.clear(across ? along : place, across ? place : along);
    }

    private void cut(int from, int to) {
        if (to - from + 1 < SHORTEST) {
            return;
        }
        double slope = (double) (chain[to] - chain[from]) / (to - from);
        double worst = 0;
        int farthest = from;
        for (int i = from; i <= to; i++) {
            double off = Math.abs(chain[i] - chain[from] - slope * (i - from));
            if (off > worst) {
                worst = off;
                farthest = i;
            }
        }
        if (worst > STRAIGHT) {
            cut(from, farthest);
            cut(farthest, to);
        } else {
            add(from, to);
        }
    }

    private void add(int from, int to) {
        double middle = (from + to) / 2.0;
        double mean = Arrays.stream(chain, from, to + 1).average().orElseThrow();
        double product = 0;
        double square = 0;
        for (int i = from; i <= to; i++) {
            product += (i - middle) * (chain[i] - mean);
            square += (i - middle) * (i - middle);
        }
        double rise = product / square * (to - middle);
        edges.add(across ? new Edge(from, mean - rise, to, mean + rise) : new Edge(mean - rise, from, mean + rise, to));
    }
}
