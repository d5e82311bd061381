/** Quality control of what stations measure, after WMO-No. 8 and WMO-No. 1131 practice. */
package dev.vane.domain.quality;
