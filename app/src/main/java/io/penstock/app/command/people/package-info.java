/** Commands about people: who may log in to the review console, and what they answered. */
package io.penstock.app.command.people;
