/** What a person who types into a field means: who sends corrections refuses by the same rules as the sink. */
package io.penstock.schema.rule;
