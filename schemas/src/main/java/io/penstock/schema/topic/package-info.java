/** The catalogue of topics: names, types, layout; and their creation. Nothing else in the project spells a topic's name. */
package io.penstock.schema.topic;
