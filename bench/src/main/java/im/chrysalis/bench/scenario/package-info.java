/**
 * What is measured, one file a scenario. Each warms server and yardstick up, lets them take turns,
 * and gives its figures as results.
 */
@NullMarked
package im.chrysalis.bench.scenario;

import org.jspecify.annotations.NullMarked;
