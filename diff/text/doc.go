// Package text holds the model of a story (Source, Story, Paragraph, Sentence,
// Token as byte spans into one body) and cuts a body into them.
package text
