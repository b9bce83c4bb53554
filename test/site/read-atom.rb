# Reads Atom feeds with the validating parser that comes with Ruby: a JSON list of texts in, a JSON list of what it says of each out.
require 'json'
require 'rss'

def strict(text)
  feed = RSS::Parser.parse(text, true, false)
  return { 'fault' => 'no feed' } unless feed.is_a?(RSS::Atom::Feed)

  {
    'id' => feed.id.content,
    'title' => feed.title.content,
    'self' => feed.links.find { |link| link.rel == 'self' }.href,
    'entries' => feed.entries.map do |entry|
      {
        'id' => entry.id.content,
        'title' => entry.title.content,
        'url' => entry.link.href,
        'updated' => entry.updated.content.getutc.iso8601(3),
        'text' => entry.content.content
      }
    end
  }
rescue RSS::Error => e
  { 'fault' => "#{e.class.name.split('::').last}: #{e.message.lines.first.strip}" }
end

puts JSON.generate(JSON.parse($stdin.read).map { |text| strict(text) })
