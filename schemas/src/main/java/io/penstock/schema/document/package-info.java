/** What a record of the topic of documents is named, when it arrived, and which of two submissions of one document is the later. */
package io.penstock.schema.document;
