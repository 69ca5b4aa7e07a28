// Package align pairs the sentences of two stories.
package align
