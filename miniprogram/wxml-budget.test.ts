import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What a template may weigh before a phone feels it. WeChat warns at 1000 nodes, 30 levels, 60 children. */
const budget = { nodes: 300, depth: 15, children: 60 }

const templates = readdirSync(__dirname, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile() && file.name.endsWith('.wxml'))
  .map((file) => relative(__dirname, join(file.parentPath, file.name)))

/** Counts the elements of a template: how many, how deep, and the most children of one. */
function measure(wxml: string) {
  const open = [0]
  const size = { nodes: 0, depth: 0, children: 0 }
  for (const [, slash, , closed] of wxml.matchAll(/<(\/?)([\w-]+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
    if (slash) {
      open.pop()
      continue
    }
    size.nodes += 1
    const siblings = (open.pop() ?? 0) + 1
    size.children = Math.max(size.children, siblings)
    size.depth = Math.max(size.depth, open.length + 1)
    open.push(siblings)
    if (!closed) open.push(0)
  }
  return size
}

test('a template is measured as it is nested', () => {
  expect(measure('<view a="x > y"><text>1</text><image /><view><view /></view></view>')).toEqual({
    nodes: 5,
    depth: 3,
    children: 3,
  })
})

test.each(templates)('%s stays light', (template) => {
  const size = measure(readFileSync(join(__dirname, template), 'utf8'))
  expect(size.nodes).toBeLessThanOrEqual(budget.nodes)
  expect(size.depth).toBeLessThanOrEqual(budget.depth)
  expect(size.children).toBeLessThanOrEqual(budget.children)
})
