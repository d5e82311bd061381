/**
 * One HTTP exchange: a {@link dev.vane.adapters.rest.exchange.Resource} answers a
 * {@link dev.vane.adapters.rest.exchange.Call} with an {@link dev.vane.adapters.rest.exchange.Answer}, or refuses it with
 * a {@link dev.vane.adapters.rest.exchange.Refusal}; everything that is the same for all resources happens here. The
 * other packages of the module depend on it, it depends on none of them but the contract.
 */
package dev.vane.adapters.rest.exchange;
