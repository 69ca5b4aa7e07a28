// Package assets embeds the icon and the built-in example.
package assets
