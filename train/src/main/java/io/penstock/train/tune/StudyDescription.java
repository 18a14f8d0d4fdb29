package io.penstock.train.tune;

/**
 * What decides the course of a search, so that a folder is only gone on with by the same one.
 *
 * @param space      name of the space
 * @param strategy   grid, random or halving
 * @param seed       draws the trials and the digits, and decides every training
 * @param training   number of digits that trainings draw from
 * @param validation number of digits that trials are ranked on
 * @param plan       trials and rungs
 */
public record StudyDescription(String space, String strategy, long seed, int training, int validation, Plan plan) {
}
