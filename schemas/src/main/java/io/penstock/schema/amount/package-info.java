/** What people mean by the amounts that they type: asked before an answer is sent, and again where it is taken. */
package io.penstock.schema.amount;
