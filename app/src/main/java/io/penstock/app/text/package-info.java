/** How two texts differ. Knows nothing of what they mean. */
package io.penstock.app.text;
