/** What the description of the interface (OpenAPI) says beyond what is read off the endpoints themselves. */
package dev.sojourn.api.description;
