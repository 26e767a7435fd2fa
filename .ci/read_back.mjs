#!/usr/bin/env node
// As read_back, with feedsmith: every section's rss.xml and atom.xml against its feed.json, item by item.
// NODE_MODULES names the folder that has feedsmith, where node's own search does not find it. Exit 77 without it.
import { createRequire } from 'node:module'
import { existsSync, readFileSync, readdirSync } from 'node:fs'

const places = [process.env.NODE_MODULES, process.cwd()].filter(Boolean).map((place) => `${place}/`)
const load = (place) => {
  try { return createRequire(place)('feedsmith') } catch { return undefined }
}
const feedsmith = places.map(load).find(Boolean)
if (!feedsmith) process.exit(77)

const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const character = (whole, code) =>
  code[0] === '#' ? String.fromCodePoint(code[1] === 'x' ? parseInt(code.slice(2), 16) : Number(code.slice(1))) : (NAMED[code] ?? whole)
const words = (markup) =>
  (markup ?? '').replace(/<[^>]*>/g, ' ').replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, character).split(/\s+/).join(' ').trim()
const text = (construct) => (construct && typeof construct === 'object' ? construct.value : construct)
const when = (time) => (time ? new Date(time).getTime() : undefined)

let differences = 0
for (const section of readdirSync(process.argv[2])) {
  const read = (name) => readFileSync(`${process.argv[2]}/${section}/${name}`, 'utf8')
  if (!existsSync(`${process.argv[2]}/${section}/feed.json`)) continue
  const told = JSON.parse(read('feed.json'))
  const [rss, atom] = [feedsmith.parseRssFeed(read('rss.xml')), feedsmith.parseAtomFeed(read('atom.xml'))]
  const json = feedsmith.parseJsonFeed(read('feed.json'))
  told.items.forEach((item, at) => {
    const [one, entry] = [rss.items[at] ?? {}, atom.entries[at] ?? {}]
    const names = (item.authors ?? []).map((author) => author.name)
    const body = words(item.content_html ?? item.content_text)
    const facts = {
      'json id': [item.id, json.items[at]?.id],
      'rss id': [item.id, one.guid?.value],
      'atom id': [item.id, entry.id],
      'rss title': [words(item.title), words(one.title)],
      'rss link': [item.url, one.link],
      'atom link': [item.url, entry.links?.find((link) => !link.rel || link.rel === 'alternate')?.href],
      'rss date': [when(item.date_published), when(one.pubDate)],
      'atom date': [when(item.date_published), when(entry.published)],
      'atom update': [when(item.date_modified ?? item.date_published), when(entry.updated)],
      'atom authors': [names, (entry.authors ?? []).map((author) => author.name)],
      'rss content': [body, words(one.content?.encoded ?? one.description)],
      'atom content': [body, words(text(entry.content) ?? text(entry.summary))],
    }
    if (JSON.stringify(names) !== JSON.stringify([item._copydesk?.source?.title])) {
      facts['rss authors'] = [names, one.dc?.creators ?? [one.dc?.creator].filter(Boolean)]
    }
    for (const [fact, [here, there]] of Object.entries(facts)) {
      if (JSON.stringify(here) === JSON.stringify(there)) continue
      differences += 1
      console.log(`${section}: ${item.id}: ${fact}: ${JSON.stringify(here)} in feed.json, ${JSON.stringify(there)} read`)
    }
  })
}
process.exit(differences ? 1 : 0)
