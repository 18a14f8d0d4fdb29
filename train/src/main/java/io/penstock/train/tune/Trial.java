package io.penstock.train.tune;

import java.util.Map;

/**
 * One combination of values that a search tries.
 *
 * @param number its number in the search, from 1
 * @param values value of each parameter of the space, by its name: numbers ({@link Double}) or names ({@link String})
 */
public record Trial(int number, Map<String, Object> values) {

    /** Returns a number, or what holds where the space does not have the parameter. */
    double number(String parameter, double otherwise) {
        return (Double) values.getOrDefault(parameter, otherwise);
    }

    /** Returns a name, or what holds where the space does not have the parameter. */
    String name(String parameter, String otherwise) {
        return (String) values.getOrDefault(parameter, otherwise);
    }
}
