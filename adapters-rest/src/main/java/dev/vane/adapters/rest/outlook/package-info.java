/** A place's weather cut as formats of others want it: now, hour by hour, over any span. Nothing here knows a format. */
package dev.vane.adapters.rest.outlook;
