/** The review stage: its configuration and its topology. What people do with tasks is in {@code lease}, their order in {@code queue}. */
package io.penstock.review;
