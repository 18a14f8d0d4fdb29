/** Recipes: which networks are trained how, and which ensembles are made of them, as YAML files. Training itself is {@code run}'s. */
package io.penstock.train.recipe;
